import { answer } from '../../kit/aws/proxy.ts';
import { tellService } from './kit.ts';

const ids: Record<string, string> = {};
const addresses: Readonly<Record<string, readonly (string | null)[]>> = {
  private: [null],
  public: [null, '203.0.113.9', null],
  starting: [],
};

tellService({
  title: 'every check of EMR, on moto',
  checks: ['aws/emr/'],
  async seed(sdk) {
    const emr = await sdk('emr');
    const run = async (name: string, more: object = {}) => {
      const { JobFlowId = '' } = await emr.runJobFlow({
        Name: name,
        ReleaseLabel: 'emr-7.0.0',
        Instances: {
          MasterInstanceType: 'm5.xlarge',
          SlaveInstanceType: 'm5.xlarge',
          InstanceCount: 2,
          KeepJobFlowAliveWhenNoSteps: true,
        },
        ...more,
      });
      ids[JobFlowId] = name;
      return JobFlowId;
    };
    await run('private', {
      KerberosAttributes: { Realm: 'CLINIC.EXAMPLE', KdcAdminPassword: 'not-a-real-one' },
    });
    await run('public');
    await run('starting');
    await emr.terminateJobFlows({ JobFlowIds: [await run('ended')] });
  },
  // moto tells no addresses of a cluster's machines, and that public access is blocked whatever was set.
  recorded(proxy) {
    proxy.rule({
      operation: 'GetBlockPublicAccessConfiguration',
      fault: answer(
        200,
        { 'content-type': 'application/x-amz-json-1.1' },
        JSON.stringify({
          BlockPublicAccessConfiguration: {
            BlockPublicSecurityGroupRules: false,
            PermittedPublicSecurityGroupRuleRanges: [{ MinRange: 22, MaxRange: 22 }],
          },
        }),
      ),
    });
    proxy.rule({
      operation: 'ListInstances',
      fault: answer(200, { 'content-type': 'application/x-amz-json-1.1' }, (call) => {
        const [, name = ''] = Object.entries(ids).find(([id]) => call.key.includes(id)) ?? [];
        return JSON.stringify({
          Instances: (addresses[name] ?? []).map((PublicIpAddress, i) => ({
            Id: `ci-${i}`,
            Ec2InstanceId: `i-${i}`,
            PrivateIpAddress: `10.0.0.${i + 4}`,
            ...(PublicIpAddress && { PublicIpAddress }),
            Status: { State: 'RUNNING' },
          })),
        });
      }),
    });
  },
  expects: {
    'aws/emr/kerberos': { pass: ['private'], fail: ['public', 'starting'] },
    'aws/emr/master-no-public-ip': {
      pass: ['private'],
      fail: ['public'],
      notApplicable: ['starting'],
    },
    'aws/emr/block-public-access': { fail: ['us-east-1'] },
  },
});
