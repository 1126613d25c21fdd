/** What we know of one npm package before we believe a copy of it. */
export interface PackagePin {
  readonly name: string;
  readonly version: string;
  /** Of the tarball, as `package-lock.json` and the registry write it. */
  readonly integrity: `sha512-${string}`;
  /** SHA-256 of the lines `<sha256>  <path>` of all its files, sorted by path. */
  readonly tree: string;
}

/** The package with the native code of one platform; what is loaded by the system is pinned file by file. */
export interface PlatformPin extends PackagePin {
  readonly native: Readonly<Record<string, string>>;
}
