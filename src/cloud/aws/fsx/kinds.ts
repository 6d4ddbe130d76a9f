import { fileSystem } from './file-system.ts';
import { volume } from './volume.ts';

/** Its resource kinds, by name; spread into the catalogue. */
export const fsxKinds = {
  'aws.fsx.fileSystem': fileSystem,
  'aws.fsx.volume': volume,
} as const;
