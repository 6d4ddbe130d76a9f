import { breaks, defineRemedy, to, uncertain } from '#src/remedy';

export default defineRemedy({
  id: 'aws/redshift/enhanced-vpc-routing',
  title: 'Load and unload the warehouse through its own network',
  cures: ['aws/redshift/enhanced-vpc-routing'],
  kind: 'aws.redshift.cluster',
  fact: 'enhancedVpcRouting',
  risk: 'disruptive',
  reversibility: { undo: 'fully' },
  desired: () => to(true),
  consequences: () => [
    uncertain(
      'COPY and UNLOAD fail where the network has no way to S3: have an S3 endpoint in its route tables first',
    ),
    breaks('Redshift restarts the warehouse at once: what runs at that moment is broken off'),
  ],
});
