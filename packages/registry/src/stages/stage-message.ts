const VERSION_LINE = /^Version: (\S+)$/m;

/** Message of a stage tag: it names the version, because one commit may carry several. */
export function stageTagMessage(version: string, reason: string): string {
  return `${version}\n\nVersion: ${version}\nReason: ${reason.replaceAll(/\s+/g, ' ')}`;
}

/** The version that the message of a stage tag names. */
export function stageMessageVersion(message: string): string | null {
  return VERSION_LINE.exec(message)?.[1] ?? null;
}
