import { engineUnavailable } from './addon-errors.ts';
import { PLATFORM_PACKAGES } from './addon-pins.ts';

/** What decides which native package is loaded; `process` has these names. */
export interface Machine {
  readonly platform: string;
  readonly arch: string;
  /** True on Linux with musl instead of glibc. */
  readonly musl: boolean;
}

/** The machine this runs on. */
export function thisMachine(): Machine {
  return { platform: process.platform, arch: process.arch, musl: process.platform === 'linux' && !hasGlibc() };
}

/**
 * Key of {@link PLATFORM_PACKAGES}: `linux-x64`, `linux-arm64-musl`, `win32-x64`.
 *
 * @throws ActionError `service`, reason `engine-unavailable`, where DuckDB has no addon for the machine.
 */
export function addonPlatform(machine: Machine): string {
  const name = `${machine.platform}-${machine.arch}${machine.musl ? '-musl' : ''}`;
  if (Object.hasOwn(PLATFORM_PACKAGES, name)) return name;
  throw engineUnavailable({
    where: 'DuckDB addon',
    found: `the platform ${name}`,
    allowed: `one of ${Object.keys(PLATFORM_PACKAGES).join(', ')}`,
    remedy: 'Run the gates on another runner',
  });
}

/** Node's own report says which C library it runs on; detect-libc, which chooses the package, asks the same. */
function hasGlibc(): boolean {
  Object.assign(process.report, { excludeNetwork: true }); // else it looks up the name of every open connection
  const report: { readonly header?: { readonly glibcVersionRuntime?: unknown } } = process.report.getReport();
  return report.header?.glibcVersionRuntime !== undefined;
}
