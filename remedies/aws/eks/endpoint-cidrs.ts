import { internetAmong } from '#src/access/index';
import { breaks, cannot, defineRemedy, harmless, to, uncertain } from '#src/remedy';

export default defineRemedy({
  id: 'aws/eks/endpoint-cidrs',
  title: "Let only your own addresses reach the cluster's public endpoint",
  cures: ['aws/eks/endpoint-public'],
  kind: 'aws.eks.cluster',
  fact: 'endpointAccess',
  risk: 'disruptive',
  reversibility: { undo: 'fully' },
  settings: { publicCidrs: [] as readonly string[] },
  desired: (current, { settings: { publicCidrs } }) => {
    if (!current.public) return cannot('its public endpoint is off');
    if (publicCidrs.length === 0)
      return cannot(
        'no addresses are named: set publicCidrs of this remedy in the configuration to those of your offices and pipelines',
      );
    const [wide] = internetAmong(publicCidrs);
    if (wide !== undefined) return cannot(`publicCidrs in the configuration lets everyone in (${wide})`);
    return to({ public: true, private: true, publicCidrs });
  },
  consequences: (_facts, { before, after }) => [
    breaks(
      `whoever calls the cluster from elsewhere than ${after.publicCidrs.join(', ')} is refused, kubectl and pipelines included`,
    ),
    before.private
      ? harmless('nodes and all else in its VPC go on by the private endpoint')
      : uncertain(
          'nodes and all else in its VPC reach it by the private endpoint, which is turned on: only where DNS support and DNS hostnames of the VPC are on, else nodes are lost that come from addresses not named',
        ),
    harmless('EKS takes some ten minutes, in which the cluster runs on'),
  ],
});
