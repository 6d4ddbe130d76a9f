import { defineGuidance } from '#src/remedy';

export default defineGuidance({
  id: 'aws/elasticbeanstalk/steps-environment',
  title: 'Let the environment report in full, and patch itself',
  cures: ['aws/elasticbeanstalk/enhanced-health', 'aws/elasticbeanstalk/managed-updates'],
  why: "Elastic Beanstalk changes machines, groups and stacks in the caller's name: a role that may do that is worth more than this finding.",
  steps: [
    'Give the environment a service role with the policies AWSElasticBeanstalkEnhancedHealth and AWSElasticBeanstalkManagedUpdatesCustomerRolePolicy.',
    'In Elastic Beanstalk, open the environment, then "Configuration", "Updates, monitoring, and logging".',
    'Under "Monitoring", set the health reporting to "Enhanced".',
    'Under "Managed platform updates", activate them, and choose a weekly window and the level "Minor and patch".',
    'Apply it outside of office hours: machines may be replaced. With one machine only, the site is away meanwhile.',
  ],
});
