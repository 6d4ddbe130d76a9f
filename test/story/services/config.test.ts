import { tellService } from './kit.ts';

tellService({
  title: 'every check of Config, on moto',
  checks: ['aws/config/'],
  regions: ['us-east-1', 'us-west-2', 'eu-west-1'],
  async seed(sdk) {
    for (const region of ['us-east-1', 'us-west-2']) {
      const config = await sdk('config', region);
      await config.putConfigurationRecorder({
        ConfigurationRecorder: {
          name: 'default',
          roleARN: 'arn:aws:iam::123456789012:role/config',
          recordingGroup: { allSupported: true, includeGlobalResourceTypes: true },
        },
      });
      await config.putDeliveryChannel({ DeliveryChannel: { name: 'default', s3BucketName: 'config-logs' } });
      if (region === 'us-east-1')
        await config.startConfigurationRecorder({ ConfigurationRecorderName: 'default' });
    }
  },
  expects: { 'aws/config/recorder-on': { pass: ['us-east-1'], fail: ['us-west-2', 'eu-west-1'] } },
});
