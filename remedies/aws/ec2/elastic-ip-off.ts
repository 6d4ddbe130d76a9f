import { breaks, cannot, defineRemedy, harmless, to, uncertain } from '#src/remedy';

export default defineRemedy({
  id: 'aws/ec2/elastic-ip-off',
  title: 'Take the Elastic IP off the instance',
  cures: ['aws/ec2/instance-public-ip', 'aws/ec2/enclave-host-public-ip'],
  kind: 'aws.ec2.instance',
  fact: 'ownPublicAddresses',
  risk: 'disruptive',
  reversibility: {
    undo: 'partly',
    because:
      'the same address comes back only while the account keeps it for this, and an address that EC2 lent meanwhile is given back',
  },
  desired: ({ elastic, lent }) => {
    if (lent.length > 0)
      return cannot(
        `EC2 lent ${lent.join(', ')}, and what is given back never comes again: a person must decide`,
      );
    if (Object.keys(elastic).length === 0) return cannot('no Elastic IP leads to the instance');
    return to({ elastic: {}, lent: [] });
  },
  consequences: (_facts, { before }) => [
    ...Object.values(before.elastic).map(({ address }) =>
      breaks(
        `whoever comes by ${address} would find nothing, and what is open over it ends: DNS names and allow lists of partners may name it`,
      ),
    ),
    uncertain(
      'the instance goes out to the internet by that address, unless a NAT gateway or endpoints serve it: what it fetches there, and whether Systems Manager still reaches it, cannot be told from here',
    ),
    uncertain(
      'EC2 lends an instance that was launched with a public address another one when its Elastic IP goes: then the finding stays open',
    ),
    harmless('the address stays with the account, and costs what it did, until somebody releases it'),
  ],
});
