import type { ConfigurationOptionSetting } from '@aws-sdk/client-elastic-beanstalk';
import type { ResourceKind, Subject } from '../../../domain/catalog.ts';
import { fromCall, listOf, present } from '../collect.ts';
import type { AwsReader } from '../reader.ts';

interface Environment extends Subject {
  readonly application: string;
}

interface Options {
  readonly healthSystem: 'basic' | 'enhanced';
  readonly managedUpdates: boolean;
  /** `minor` or `patch`; `null` where none is chosen. */
  readonly updateLevel: string | null;
}

async function* list(reader: AwsReader, region: string): AsyncIterable<Environment> {
  const beanstalk = await reader.service('elasticBeanstalk', region);
  let token: string | undefined;
  do {
    const page = await beanstalk.describeEnvironments({
      IncludeDeleted: false,
      MaxRecords: 1000,
      ...(token !== undefined && { NextToken: token }),
    });
    for (const told of listOf(page.Environments, 'DescribeEnvironments')) {
      if (told.Status === 'Terminating' || told.Status === 'Terminated') continue;
      yield {
        id: present(told.EnvironmentArn, 'the ARN'),
        name: present(told.EnvironmentName, 'the name of the environment'),
        region,
        application: present(told.ApplicationName, 'the name of the application'),
      };
    }
    token = page.NextToken;
  } while (token);
}

/** Three of its settings; among the others are its environment variables, which are not kept. */
const options = fromCall(
  ['elasticbeanstalk:DescribeConfigurationSettings'],
  async (reader, { name, application, region }: Environment): Promise<Options> => {
    const beanstalk = await reader.service('elasticBeanstalk', region);
    const { ConfigurationSettings } = await beanstalk.describeConfigurationSettings({
      ApplicationName: application,
      EnvironmentName: name,
    });
    const sets = listOf(ConfigurationSettings, 'DescribeConfigurationSettings');
    // Beside what runs it tells of a change that is on its way, or that failed.
    const runs = sets.find(({ DeploymentStatus: is }) => is !== 'pending' && is !== 'failed') ?? sets[0];
    const all = listOf(runs?.OptionSettings, 'DescribeConfigurationSettings');
    const { health, managed, level } = namedAmong(all);
    return {
      // What AWS takes where nothing was chosen.
      healthSystem: health === 'enhanced' ? 'enhanced' : 'basic',
      managedUpdates: managed === 'true',
      updateLevel: level || null,
    };
  },
);

function namedAmong(all: readonly ConfigurationOptionSetting[]) {
  const chosen = (namespace: string, name: string) =>
    all.find(({ Namespace, OptionName }) => Namespace === namespace && OptionName === name)?.Value;
  return {
    health: chosen('aws:elasticbeanstalk:healthreporting:system', 'SystemType'),
    managed: chosen('aws:elasticbeanstalk:managedactions', 'ManagedActionsEnabled'),
    level: chosen('aws:elasticbeanstalk:managedactions:platformupdate', 'UpdateLevel'),
  };
}

export const environment = {
  title: 'Elastic Beanstalk environment',
  scope: 'regional',
  permissions: ['elasticbeanstalk:DescribeEnvironments'],
  pattern: ({ id, partition }, region) => `arn:${partition}:elasticbeanstalk:${region}:${id}:environment/*`,
  list,
  facts: { options },
} as const satisfies ResourceKind<Environment>;
