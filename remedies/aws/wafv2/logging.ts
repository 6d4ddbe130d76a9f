import { cannot, defineRemedy, harmless, to, uncertain } from '#src/remedy';

const streamArn = /^arn:[\w-]+:firehose:([\w-]+):(\d{12}):deliverystream\/(.+)$/;

export default defineRemedy({
  id: 'aws/wafv2/logging',
  title: 'Let the web ACL keep a log of requests',
  cures: ['aws/wafv2/logging'],
  kind: 'aws.wafv2.webAcl',
  fact: 'logging',
  risk: 'disruptive',
  reversibility: { undo: 'partly', because: 'what was logged until then stays where the stream brought it' },
  settings: {
    destination: '',
    redactedHeaders: ['authorization', 'cookie'] as string[],
    redactsQueryString: true,
  },
  desired: (
    current,
    { account, settings: { destination, redactedHeaders, redactsQueryString }, subject },
  ) => {
    if (current !== null) return cannot('the web ACL has a log already');
    if (destination === '')
      return cannot(
        'no stream is named: set destination of this remedy in the configuration to the ARN of a Firehose stream',
      );
    if (/^arn:[\w-]+:(logs|s3):/.test(destination))
      return cannot(
        'the configured destination is a log group or a bucket, and whoever logs there changes its policy, too: name a Firehose stream',
      );
    const [, region, owner, name = ''] = streamArn.exec(destination) ?? [];
    if (region === undefined)
      return cannot('destination in the configuration is not the ARN of a Firehose stream');
    if (!name.startsWith('aws-waf-logs-'))
      return cannot(`the name of the configured stream must begin with aws-waf-logs-, and is ${name}`);
    if (owner !== account) return cannot('the configured stream belongs to another account');
    if (region !== subject.region)
      return cannot(`the configured stream is in ${region} and the web ACL in ${subject.region}`);
    const redacts = redactedHeaders.map((header) => `header ${header.toLowerCase()}`);
    return to({
      destinations: [destination],
      redacts: [...redacts, ...(redactsQueryString ? ['query string'] : [])].sort(),
      filtered: false,
    });
  },
  consequences: (_facts, { after }) => [
    uncertain(
      `addresses, paths and headers of all requests go where the stream brings them, but for ${after?.redacts.join(', ') || 'nothing'}; whether that place is sealed, and who reads there, cannot be told from here`,
    ),
    harmless('which requests are let through stays as it is'),
    harmless(
      'AWS refuses the change where no stream of that name is there, or where it takes a Kinesis stream for its source',
    ),
    harmless(
      'AWS refuses the change where WAF never logged to Firehose in the account, for its service-linked role is not made from here: turn the log of any web ACL on in the console once',
    ),
    uncertain(
      'AWS charges by the bytes that the stream takes; how many there will be cannot be told from here',
    ),
  ],
});
