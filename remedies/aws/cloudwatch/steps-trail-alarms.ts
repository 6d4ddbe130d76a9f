import { defineGuidance } from '#src/remedy';

export default defineGuidance({
  id: 'aws/cloudwatch/steps-trail-alarms',
  title: 'Raise an alarm on what the trail records',
  cures: [
    'aws/cloudwatch/alarm-nacl-changes',
    'aws/cloudwatch/alarm-gateway-changes',
    'aws/cloudwatch/alarm-route-table-changes',
    'aws/cloudwatch/alarm-vpc-changes',
    'aws/cloudwatch/alarm-sg-changes',
    'aws/cloudwatch/alarm-s3-policy-changes',
    'aws/cloudwatch/alarm-cloudtrail-changes',
    'aws/cloudwatch/alarm-kms-deletion',
    'aws/cloudwatch/alarm-console-auth-failures',
    'aws/cloudwatch/alarm-root-usage',
  ],
  why: 'The remedy trail-alarms makes the filters and the alarms, but not the log group of a trail of every region, and not the topic (`topic` of its settings): who is told is for you to say.',
  steps: [
    'Let one trail of every region deliver to a log group (CloudTrail, the trail, CloudWatch Logs, Edit). Where the finding is about keys, its management events must not leave out those of KMS.',
    'In SNS, make a topic for those who must act, and let each of them confirm the subscription.',
    'Name the topic in the configuration, under `remediation.settings`, as `topic` of the remedy trail-alarms. Then `fix F-… with:trail-alarms` plans the rest, or says what stands in the way.',
    'Or do the rest by hand. In CloudWatch, Log groups, the group, Metric filters, choose Create, with a pattern that names each event of the finding: `{ ($.eventName = DeleteTrail) || ($.eventName = StopLogging) }`.',
    'For the root identity take `{ $.userIdentity.type = "Root" && $.userIdentity.invokedBy NOT EXISTS && $.eventType != "AwsServiceEvent" }`.',
    'For failed console sign-ins take `{ ($.eventName = ConsoleLogin) && ($.errorMessage = "Failed authentication") }`.',
    'Give the filter a metric of its own with the value 1, and no dimensions.',
    'Make an alarm on that metric: the sum of 5 minutes, 1 or more (more for failed sign-ins), missing data not breaching, and the topic as its action.',
    'Try it: do one of the things in a test account or region, and see that people are told.',
  ],
});
