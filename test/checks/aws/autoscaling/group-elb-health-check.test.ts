import check from '../../../../checks/aws/autoscaling/group-elb-health-check.ts';
import { testCheck } from '../../../kit/test-check.ts';

const by = (types: string, balancers = 1) => ({ balancers, healthCheck: { types, graceSeconds: 300 } });

testCheck(check, {
  pass: [
    { name: 'ELB', facts: by('ELB') },
    { name: 'ELB among others', facts: by('EBS, ELB') },
  ],
  fail: [
    { name: 'EC2', facts: by('EC2'), because: /its health check is EC2/ },
    { name: 'others', facts: by('EC2,VPC_LATTICE'), because: /VPC_LATTICE/ },
  ],
  notApplicable: [{ name: 'no load balancer', facts: by('EC2', 0), because: /no load balancer/ }],
});
