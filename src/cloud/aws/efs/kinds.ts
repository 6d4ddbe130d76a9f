import { fileSystem } from './file-system.ts';

/** Its resource kinds, by name; spread into the catalogue. */
export const efsKinds = {
  'aws.efs.fileSystem': fileSystem,
} as const;
