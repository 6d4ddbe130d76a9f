import type { ResourceKind, Subject } from '../../../domain/catalog.ts';
import { fromCall, itemsOf, present } from '../collect.ts';
import type { AwsReader } from '../reader.ts';

interface Notebook {
  /** The key of its disk that somebody chose; `null`: none. */
  readonly kmsKey: string | null;
  readonly directInternetAccess: boolean;
  /** `null`: it stands in SageMaker's own network. */
  readonly subnet: string | null;
}

async function* list(reader: AwsReader, region: string): AsyncIterable<Subject> {
  const pages = (await reader.service('sageMaker', region)).paginateListNotebookInstances({
    MaxResults: 100,
  });
  for await (const told of itemsOf(pages, (page) => page.NotebookInstances, 'ListNotebookInstances')) {
    if (told.NotebookInstanceStatus === 'Deleting') continue;
    const name = present(told.NotebookInstanceName, 'the name of the notebook');
    yield { id: present(told.NotebookInstanceArn, 'the ARN'), name, region };
  }
}

const description = fromCall(
  ['sagemaker:DescribeNotebookInstance'],
  async (reader, { name, region }: Subject): Promise<Notebook> => {
    const sageMaker = await reader.service('sageMaker', region);
    const told = await sageMaker.describeNotebookInstance({ NotebookInstanceName: name });
    return {
      kmsKey: told.KmsKeyId || null,
      directInternetAccess: present(told.DirectInternetAccess, 'DirectInternetAccess') === 'Enabled',
      subnet: told.SubnetId || null,
    };
  },
);

export const notebook = {
  title: 'SageMaker notebook',
  scope: 'regional',
  permissions: ['sagemaker:ListNotebookInstances'],
  pattern: ({ id, partition }, region) => `arn:${partition}:sagemaker:${region}:${id}:notebook-instance/*`,
  list,
  facts: { description },
} as const satisfies ResourceKind<Subject>;
