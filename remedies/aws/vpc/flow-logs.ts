import { cannot, defineRemedy, harmless, to, uncertain } from '#src/remedy';

export default defineRemedy({
  id: 'aws/vpc/flow-logs',
  title: 'Record the traffic of the VPC in a bucket',
  cures: ['aws/vpc/flow-logs'],
  kind: 'aws.vpc.vpc',
  fact: 'flowLogs',
  risk: 'safe',
  reversibility: {
    undo: 'partly',
    because: 'what was recorded until then stays in the bucket',
  },
  /** The ARN of a bucket, with a folder if you like: `arn:aws:s3:::logs/vpc`. */
  settings: { logDestination: '' },
  desired(current, { settings: { logDestination } }) {
    if (logDestination === '')
      return cannot(
        'no destination is configured: set remediation.settings."aws/vpc/flow-logs".logDestination to the ARN of a bucket',
      );
    if (!/^arn:[\w-]+:s3:::[\w.-]+(\/.*)?$/.test(logDestination))
      return cannot('logDestination in the configuration is not the ARN of a bucket');
    if (current.some(({ destination }) => destination === logDestination))
      return cannot('a flow log to that bucket is there already: see why it does not arrive');
    const log = {
      traffic: 'ALL',
      to: 's3',
      destination: logDestination,
      role: null,
      format: null,
      seconds: null,
    };
    return to([...current, log]);
  },
  consequences: (_facts, { after }) => [
    harmless('traffic flows as before: flow logs stand beside it'),
    harmless('AWS charges for the delivery by volume'),
    uncertain(
      `EC2 refuses, or the logs do not arrive, unless the policy of ${after.at(-1)?.destination} admits delivery.logs.amazonaws.com, which was not looked at; that policy is not changed from here`,
    ),
  ],
});
