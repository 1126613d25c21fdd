import type { Releases, Tags } from '@gatehouse/core';

/** What the registry needs of GitHub. */
export interface RegistryPorts {
  readonly releases: Releases;
  readonly tags: Tags;
}

/** What reading a published version needs: nothing that writes. */
export interface RegistryReadPorts {
  readonly releases: Pick<Releases, 'byTag' | 'download'>;
  readonly tags: Pick<Tags, 'list'>;
}
