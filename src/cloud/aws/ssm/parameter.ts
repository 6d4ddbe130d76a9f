import type { ResourceKind, Subject } from '../../../domain/catalog.ts';
import { fromListing, itemsOf, present } from '../collect.ts';
import type { AwsReader } from '../reader.ts';

/** A parameter by its name and type. Its value is never asked for. */
interface Parameter extends Subject {
  readonly name: string;
  readonly type: string;
}

async function* list(reader: AwsReader, region: string): AsyncIterable<Parameter> {
  const ssm = await reader.service('ssm', region);
  const { id, partition } = reader.identity;
  const pages = ssm.paginateDescribeParameters({ MaxResults: 50 });
  for await (const told of itemsOf(pages, (page) => page.Parameters, 'DescribeParameters')) {
    const name = present(told.Name, 'the parameter name');
    const arn = `arn:${partition}:ssm:${region}:${id}:parameter/${name.replace(/^\//, '')}`;
    yield { id: arn, region, name, type: present(told.Type, 'the type') };
  }
}

export const parameter = {
  title: 'Systems Manager parameter',
  scope: 'regional',
  permissions: ['ssm:DescribeParameters'],
  pattern: ({ id, partition }, region) => `arn:${partition}:ssm:${region}:${id}:parameter/*`,
  list,
  facts: {
    name: fromListing(({ name }: Parameter) => name),
    type: fromListing(({ type }: Parameter) => type),
  },
} as const satisfies ResourceKind<Parameter>;
