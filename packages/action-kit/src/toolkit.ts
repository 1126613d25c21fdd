import * as core from '@actions/core';

/** The part of `@actions/core` that this package uses; tests pass a recording one. */
export interface Toolkit {
  setSecret(secret: string): void;
  setOutput(name: string, value: string): void;
  info(text: string): void;
  debug(text: string): void;
  notice(text: string): void;
  warning(text: string): void;
  error(text: string, title: string): void;
  startGroup(title: string): void;
  endGroup(): void;
  /** Appends to the job summary of this step. */
  writeSummary(markdown: string): Promise<void>;
  /** A token of GitHub's OIDC provider for one audience. */
  idToken(audience: string): Promise<string>;
}

/** The real toolkit, writing to standard output and to the files the runner named. */
export const actionsToolkit: Toolkit = {
  setSecret: (secret) => core.setSecret(secret),
  setOutput: (name, value) => core.setOutput(name, value),
  info: (text) => core.info(text),
  debug: (text) => core.debug(text),
  notice: (text) => core.notice(text),
  warning: (text) => core.warning(text),
  error: (text, title) => core.error(text, { title }),
  startGroup: (title) => core.startGroup(title),
  endGroup: () => core.endGroup(),
  writeSummary: async (markdown) => {
    await core.summary.addRaw(markdown, true).write();
  },
  idToken: (audience) => core.getIDToken(audience),
};
