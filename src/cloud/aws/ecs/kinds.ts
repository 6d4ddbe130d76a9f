import { taskDefinition } from './task-definition.ts';

/** Its resource kinds, by name; spread into the catalogue. */
export const ecsKinds = {
  'aws.ecs.taskDefinition': taskDefinition,
} as const;
