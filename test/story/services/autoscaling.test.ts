import { tellService } from './kit.ts';

tellService({
  title: 'every check of Auto Scaling, on moto',
  checks: ['aws/autoscaling/'],
  async seed(sdk) {
    const [scaling, ec2, elb] = [await sdk('autoScaling'), await sdk('ec2'), await sdk('elb')];
    const { Images } = await ec2.describeImages({ Owners: ['amazon'], MaxResults: 5 });
    const ImageId = Images?.[0]?.ImageId;
    const configure = (LaunchConfigurationName: string, AssociatePublicIpAddress?: boolean) =>
      scaling.createLaunchConfiguration({
        LaunchConfigurationName,
        ImageId,
        InstanceType: 't3.micro',
        ...(AssociatePublicIpAddress !== undefined && { AssociatePublicIpAddress }),
      });
    await configure('public', true);
    await configure('inner', false);
    await elb.createLoadBalancer({
      LoadBalancerName: 'front',
      AvailabilityZones: ['us-east-1a'],
      Listeners: [{ Protocol: 'HTTP', LoadBalancerPort: 80, InstancePort: 80 }],
    });
    const group = (AutoScalingGroupName: string, of: object) =>
      scaling.createAutoScalingGroup({
        AutoScalingGroupName,
        LaunchConfigurationName: 'inner',
        MinSize: 0,
        MaxSize: 1,
        DesiredCapacity: 0,
        AvailabilityZones: ['us-east-1a'],
        ...of,
      });
    await group('alone', {});
    await group('behind', { LoadBalancerNames: ['front'] });
    await group('heedful', {
      LoadBalancerNames: ['front'],
      HealthCheckType: 'ELB',
      HealthCheckGracePeriod: 300,
    });
  },
  expects: {
    'aws/autoscaling/group-elb-health-check': {
      notApplicable: ['alone'],
      fail: ['behind'],
      pass: ['heedful'],
    },
    'aws/autoscaling/launch-config-no-public-ip': { fail: ['public'], pass: ['inner'] },
  },
});
