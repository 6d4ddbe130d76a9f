import type { ResourceKind, Subject } from '../../../domain/catalog.ts';
import { fromCall, itemsOf, listOf, present } from '../collect.ts';
import type { AwsReader } from '../reader.ts';

interface Container {
  readonly name: string;
  readonly privileged: boolean;
  /** `null`: the user that its image names, which is root unless it says otherwise. */
  readonly user: string | null;
  readonly readonlyRootFilesystem: boolean;
}

export interface TaskDefinition {
  readonly revision: number;
  /** `null`: Docker's default for the platform, which is never the host's own network. */
  readonly networkMode: string | null;
  readonly windows: boolean;
  readonly containers: readonly Container[];
}

const arnOf = ({ id, partition }: { id: string; partition: string }, region: string, family: string) =>
  `arn:${partition}:ecs:${region}:${id}:task-definition/${family}`;

/** Families with an active revision. A deployment makes a new revision, so the family is what lasts. */
async function* list(reader: AwsReader, region: string): AsyncIterable<Subject> {
  const ecs = await reader.service('ecs', region);
  const pages = ecs.paginateListTaskDefinitionFamilies({ status: 'ACTIVE', maxResults: 100 });
  for await (const family of itemsOf(pages, (page) => page.families, 'ListTaskDefinitionFamilies'))
    yield { id: arnOf(reader.identity, region, family), name: family, region };
}

/** The newest active revision, which is what runs unless a service names an older one. Environment variables are not kept. */
const newest = fromCall(
  ['ecs:DescribeTaskDefinition'],
  async (reader, { name, region }: Subject): Promise<TaskDefinition> => {
    const ecs = await reader.service('ecs', region);
    const { taskDefinition } = await ecs.describeTaskDefinition({ taskDefinition: name });
    const told = present(taskDefinition, 'the task definition');
    return {
      revision: present(told.revision, 'revision'),
      networkMode: told.networkMode ?? null,
      windows: (told.runtimePlatform?.operatingSystemFamily ?? '').startsWith('WINDOWS'),
      containers: listOf(told.containerDefinitions, 'DescribeTaskDefinition').map((container) => ({
        name: present(container.name, "the container's name"),
        privileged: container.privileged ?? false,
        user: container.user || null,
        readonlyRootFilesystem: container.readonlyRootFilesystem ?? false,
      })),
    };
  },
);

export const taskDefinition = {
  title: 'ECS task definition',
  scope: 'regional',
  permissions: ['ecs:ListTaskDefinitionFamilies'],
  pattern: (account, region) => arnOf(account, region, '*'),
  list,
  facts: { newest },
} as const satisfies ResourceKind<Subject>;
