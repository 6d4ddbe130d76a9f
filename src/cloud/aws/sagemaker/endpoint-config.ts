import type { ProductionVariant } from '@aws-sdk/client-sagemaker';
import type { ResourceKind, Subject } from '../../../domain/catalog.ts';
import { fromCall, itemsOf, listOf, present } from '../collect.ts';
import type { AwsReader } from '../reader.ts';

interface EndpointConfig {
  readonly kmsKey: string | null;
  /** Some variant keeps data on a volume that a key could seal. */
  readonly hasVolume: boolean;
}

/**
 * Machines with disks of their own, which the hardware encrypts: SageMaker refuses a key where these are asked for.
 * Source: CreateEndpointConfig, `KmsKeyId`.
 */
const ownDisks = /^ml\.([a-z]+\d+[a-z]*d[a-z]*|g[5-9][a-z]*|gr\d[a-z]*|p[56][a-z0-9-]*|trn\d[a-z]*)\./;

const hasVolume = ({ InstanceType, ServerlessConfig }: ProductionVariant): boolean =>
  !ServerlessConfig && (InstanceType === undefined || !ownDisks.test(InstanceType));

async function* list(reader: AwsReader, region: string): AsyncIterable<Subject> {
  const pages = (await reader.service('sageMaker', region)).paginateListEndpointConfigs({ MaxResults: 100 });
  for await (const told of itemsOf(pages, (page) => page.EndpointConfigs, 'ListEndpointConfigs'))
    yield {
      id: present(told.EndpointConfigArn, 'the ARN'),
      name: present(told.EndpointConfigName, 'the name of the endpoint configuration'),
      region,
    };
}

const description = fromCall(
  ['sagemaker:DescribeEndpointConfig'],
  async (reader, { name, region }: Subject): Promise<EndpointConfig> => {
    const sageMaker = await reader.service('sageMaker', region);
    const told = await sageMaker.describeEndpointConfig({ EndpointConfigName: name });
    return {
      kmsKey: told.KmsKeyId || null,
      hasVolume: listOf(told.ProductionVariants, 'DescribeEndpointConfig').some(hasVolume),
    };
  },
);

export const endpointConfig = {
  title: 'SageMaker endpoint configuration',
  scope: 'regional',
  permissions: ['sagemaker:ListEndpointConfigs'],
  pattern: ({ id, partition }, region) => `arn:${partition}:sagemaker:${region}:${id}:endpoint-config/*`,
  list,
  facts: { description },
} as const satisfies ResourceKind<Subject>;
