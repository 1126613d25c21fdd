import type { Signer } from '@sigstore/verify';

/** A workflow that may sign without a key. All of it must be what the certificate says, letter by letter. */
export interface WorkflowIdentity {
  /** Name of the identity in the policy. */
  readonly id: string;
  /** Who issued the identity token: `https://token.actions.githubusercontent.com`, or that of a server of one's own. */
  readonly issuer: string;
  /** URI of the workflow with its ref: `https://github.com/owner/repo/.github/workflows/decide.yml@refs/heads/main`. */
  readonly workflow: string;
  /** URI of the repository that ran it. A reusable workflow runs in the repository of its caller. */
  readonly repository: string;
}

/** What a certificate says about who signed; `null` where it says nothing. */
export interface CertifiedIdentity {
  readonly issuer: string | null;
  readonly workflow: string | null;
  readonly repository: string | null;
}

/** Source Repository URI, in Fulcio's registry of extensions. */
const SOURCE_REPOSITORY = '1.3.6.1.4.1.57264.1.12';
const UTF8_STRING = 0x0c;

/** Reads the identity of a certificate that is verified already. */
export function certifiedIdentity({ identity }: Signer): CertifiedIdentity {
  return {
    issuer: identity?.extensions?.issuer ?? null,
    workflow: identity?.subjectAlternativeName ?? null,
    repository: extensionOf(identity?.oids ?? [], SOURCE_REPOSITORY),
  };
}

/** The identity of the policy that a certificate is for, or `null`. */
export function trustedIdentity(
  found: CertifiedIdentity,
  trusted: readonly WorkflowIdentity[],
): WorkflowIdentity | null {
  const { issuer, workflow, repository } = found;
  return (
    trusted.find(
      (identity) => identity.issuer === issuer && identity.workflow === workflow && identity.repository === repository,
    ) ?? null
  );
}

type Oids = NonNullable<NonNullable<Signer['identity']>['oids']>;

/** The text of an extension; one that stands twice, or is no short DER string, says nothing. */
function extensionOf(oids: Oids, wanted: string): string | null {
  const [only, ...others] = oids.filter(({ oid }) => oid?.id.join('.') === wanted);
  if (only === undefined || others.length > 0) return null;
  const { value } = only;
  const [tag, first = 0, second = 0] = value;
  const start = first === 0x81 ? 3 : 2;
  const length = first === 0x81 ? second : first;
  if (tag !== UTF8_STRING || first > 0x81 || value.length !== start + length) return null;
  return value.subarray(start).toString('utf8');
}
