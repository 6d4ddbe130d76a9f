import { answer } from '../../kit/aws/proxy.ts';
import { tellService } from './kit.ts';

type Option = readonly [namespace: string, name: string, value: string];

const health = (value: string): Option => [
  'aws:elasticbeanstalk:healthreporting:system',
  'SystemType',
  value,
];
const managed = (value: string): Option => [
  'aws:elasticbeanstalk:managedactions',
  'ManagedActionsEnabled',
  value,
];

const options: Readonly<Record<string, readonly Option[]>> = {
  minded: [health('enhanced'), managed('true')],
  basic: [health('basic'), managed('false')],
  unsaid: [['aws:autoscaling:asg', 'MinSize', '1']],
  drafted: [health('basic'), managed('false')],
};

const settingsOf = (name: string, chosen: readonly Option[], status: string) => `<member>
    <ApplicationName>portal</ApplicationName><EnvironmentName>${name}</EnvironmentName>
    <DeploymentStatus>${status}</DeploymentStatus>
    <OptionSettings>${chosen
      .map(
        ([namespace, option, value]) =>
          `<member><Namespace>${namespace}</Namespace><OptionName>${option}</OptionName><Value>${value}</Value></member>`,
      )
      .join('')}</OptionSettings>
  </member>`;

/** A change that failed is told of, too. */
const draft = settingsOf('drafted', [health('enhanced'), managed('true')], 'failed');

const settings = (name: string) => `<?xml version="1.0"?>
<DescribeConfigurationSettingsResponse xmlns="http://elasticbeanstalk.amazonaws.com/docs/2010-12-01/">
  <DescribeConfigurationSettingsResult><ConfigurationSettings>${name === 'drafted' ? draft : ''}${settingsOf(
    name,
    options[name] ?? [],
    'deployed',
  )}</ConfigurationSettings></DescribeConfigurationSettingsResult>
</DescribeConfigurationSettingsResponse>`;

tellService({
  title: 'every check of Elastic Beanstalk, on moto',
  checks: ['aws/elasticbeanstalk/'],
  async seed(sdk) {
    const beanstalk = await sdk('elasticBeanstalk');
    await beanstalk.createApplication({ ApplicationName: 'portal' });
    for (const EnvironmentName of Object.keys(options))
      await beanstalk.createEnvironment({ ApplicationName: 'portal', EnvironmentName });
  },
  // moto does not know this call.
  recorded(proxy) {
    proxy.rule({
      operation: 'DescribeConfigurationSettings',
      fault: answer(200, { 'content-type': 'text/xml' }, (call) =>
        settings(/EnvironmentName=([\w-]+)/.exec(call.key)?.[1] ?? ''),
      ),
    });
  },
  expects: {
    'aws/elasticbeanstalk/enhanced-health': { pass: ['minded'], fail: ['basic', 'unsaid', 'drafted'] },
    'aws/elasticbeanstalk/managed-updates': { pass: ['minded'], fail: ['basic', 'unsaid', 'drafted'] },
  },
});
