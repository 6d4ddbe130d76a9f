import { cannot, defineRemedy, harmless, to } from '#src/remedy';

const logGroup = /^arn:[\w-]+:logs:([\w-]+):\d{12}:log-group:[\w./#-]+:\*$/;

export default defineRemedy({
  id: 'aws/transfer/server-logging',
  title: 'Send the log of the file-transfer server to CloudWatch Logs',
  cures: ['aws/transfer/server-logging'],
  kind: 'aws.transfer.server',
  fact: 'logDestinations',
  risk: 'safe',
  reversibility: { undo: 'fully' },
  settings: { logGroupArn: '' },
  desired: (current, { settings: { logGroupArn }, subject }) => {
    if (current.length > 0) return to(current);
    if (logGroupArn === '')
      return cannot('no log group is named: set logGroupArn of this remedy in the configuration');
    const [, region] = logGroup.exec(logGroupArn) ?? [];
    if (region === undefined)
      return cannot('logGroupArn in the configuration is not the ARN of a log group that ends with :*');
    if (region !== subject.region)
      return cannot(`the configured log group is in ${region} and the server in ${subject.region}`);
    return to([logGroupArn]);
  },
  consequences: () => [
    harmless('transfers go on as they are; names of users and files are in the log, and no contents'),
    harmless('CloudWatch Logs charges for what is logged'),
  ],
});
