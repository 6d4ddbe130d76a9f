import { server } from './server.ts';

/** Its resource kinds, by name; spread into the catalogue. */
export const transferKinds = {
  'aws.transfer.server': server,
} as const;
