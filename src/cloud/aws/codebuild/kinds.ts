import { project } from './project.ts';

/** Its resource kinds, by name; spread into the catalogue. */
export const codeBuildKinds = {
  'aws.codebuild.project': project,
} as const;
