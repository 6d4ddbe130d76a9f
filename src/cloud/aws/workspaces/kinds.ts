import { workspace } from './workspace.ts';

/** Its resource kinds, by name; spread into the catalogue. */
export const workSpacesKinds = {
  'aws.workspaces.workspace': workspace,
} as const;
