import type { Project as Told } from '@aws-sdk/client-codebuild';
import type { ResourceKind, Subject } from '../../../domain/catalog.ts';
import type { Tags } from '../../../domain/check.ts';
import { fromListing, listOf, present } from '../collect.ts';
import type { AwsReader } from '../reader.ts';
import { type Logs, logs, logsOf } from './logs.ts';
import { carriesCredential, keysAmong } from './secrets.ts';

interface Source {
  /** `primary`, or its identifier. */
  readonly name: string;
  readonly type: string;
  readonly urlCarriesCredential: boolean;
}

interface Project extends Subject {
  readonly tags: Tags;
  readonly logs: Logs;
  readonly plaintextKeys: readonly string[];
  readonly sources: readonly Source[];
}

/** What BatchGetProjects takes at once. */
const atOnce = 100;

async function* list(reader: AwsReader, region: string): AsyncIterable<Project> {
  const codeBuild = await reader.service('codeBuild', region);
  for await (const page of codeBuild.paginateListProjects({})) {
    const names = [...listOf(page.projects, 'ListProjects')];
    for (let start = 0; start < names.length; start += atOnce) {
      const { projects } = await codeBuild.batchGetProjects({ names: names.slice(start, start + atOnce) });
      for (const told of listOf(projects, 'BatchGetProjects')) yield projectOf(told, region);
    }
  }
}

const projectOf = (told: Told, region: string): Project => ({
  id: present(told.arn, 'the ARN'),
  name: present(told.name, 'the name'),
  region,
  tags: Object.fromEntries((told.tags ?? []).map(({ key, value }) => [key ?? '', value ?? ''])),
  logs: logsOf(told.logsConfig),
  plaintextKeys: keysAmong(present(told.environment, 'the environment').environmentVariables ?? []),
  sources: [present(told.source, 'the source'), ...(told.secondarySources ?? [])].map((source, i) => ({
    name: i === 0 ? 'primary' : (source.sourceIdentifier ?? `secondary ${i}`),
    type: present(source.type, 'the type of the source'),
    urlCarriesCredential: carriesCredential(source),
  })),
});

export const project = {
  title: 'CodeBuild project',
  scope: 'regional',
  permissions: ['codebuild:ListProjects', 'codebuild:BatchGetProjects'],
  pattern: ({ id, partition }, region) => `arn:${partition}:codebuild:${region}:${id}:project/*`,
  list,
  facts: {
    logs,
    plaintextKeys: fromListing((of: Project): readonly string[] => of.plaintextKeys),
    sources: fromListing((of: Project): readonly Source[] => of.sources),
  },
} as const satisfies ResourceKind<Project>;
