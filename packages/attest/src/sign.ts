import { PAYLOAD_TYPE } from './predicate-types.ts';
import { type RemoteSigningKey, type SigningKey, signWith } from './signing-key.ts';
import { parseStatement, type Statement, statementPayload } from './statement.ts';

/**
 * Signs a statement with a key, without certificate, log or timestamp.
 *
 * @returns a Sigstore bundle v0.3 on one line of JSON, fit for a line of `evidence.jsonl`.
 */
export async function signStatement(statement: Statement, key: SigningKey | RemoteSigningKey): Promise<string> {
  const payload = statementPayload(statement);
  parseStatement(payload);
  const [{ DSSEBundleBuilder }, { bundleToJSON }] = await Promise.all([
    import('@sigstore/sign'),
    import('@sigstore/bundle'),
  ]);
  const builder = new DSSEBundleBuilder({
    signer: {
      sign: async (data) => ({
        signature: await signWith(key, data),
        key: { $case: 'publicKey', publicKey: key.publicKeyPem, hint: key.hint },
      }),
    },
    witnesses: [],
  });
  const bundle = await builder.create({ data: Buffer.from(payload), type: PAYLOAD_TYPE });
  return JSON.stringify(bundleToJSON(bundle));
}
