import { breaks, type Consequence, defineRemedy, harmless, to, uncertain, unread } from '#src/remedy';

export default defineRemedy({
  id: 'aws/ec2/metadata-tokens',
  title: "Require tokens of whoever asks the instance's metadata service",
  cures: ['aws/ec2/instance-imdsv2', 'aws/ec2/enclave-host-imdsv2'],
  kind: 'aws.ec2.instance',
  fact: 'metadataOptions',
  risk: 'disruptive',
  reversibility: { undo: 'fully' },
  considers: ['metadataWithoutToken'],
  desired: (current) => to({ ...current, httpTokens: 'required' }),
  consequences({ metadataWithoutToken }, { before: { hopLimit } }) {
    const told: Consequence[] = [harmless('it holds at once; the instance is not restarted')];
    if (!metadataWithoutToken.known)
      told.push(
        ...unread(metadataWithoutToken, 'whether software still asks without a token cannot be told'),
      );
    else if (metadataWithoutToken.value === null)
      told.push(uncertain('CloudWatch has no numbers on who asks without a token, so software may'));
    else if (metadataWithoutToken.value > 0)
      told.push(
        breaks(
          `software on it asked ${metadataWithoutToken.value} times without a token in the last 14 days, and would be refused`,
        ),
      );
    else told.push(harmless('nothing on it asked without a token in the last 14 days'));
    if (hopLimit === 1)
      told.push(
        metadataWithoutToken.known && metadataWithoutToken.value === 0
          ? harmless('the hop limit stays 1: containers with a network of their own get no token, as today')
          : uncertain(
              'the hop limit stays 1: containers with a network of their own get no token, and those that fall back on the older protocol today would get nothing',
            ),
      );
    return told;
  },
});
