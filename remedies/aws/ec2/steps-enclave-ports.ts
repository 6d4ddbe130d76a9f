import { defineGuidance } from '#src/remedy';

export default defineGuidance({
  id: 'aws/ec2/steps-enclave-ports',
  title: "Close the ports of the enclave's host to the internet",
  cures: ['aws/ec2/enclave-host-open-ports', 'aws/ec2/enclave-host-vsock-proxy-exposed'],
  why: 'The security group may serve other machines too, and who legitimately comes by the port is for its owner to say.',
  steps: [
    'See what listens there: `ss -ltnup` on the host, and the configuration of the vsock proxies.',
    'See who else is in the security group that the finding names: `aws ec2 describe-network-interfaces --filters Name=group-id,Values=GROUP`.',
    'Add a rule for the networks or groups that need the port, and then revoke the one that the finding names: `aws ec2 revoke-security-group-ingress --group-id GROUP --ip-permissions file://rule.json`.',
    'Have the proxy listen on the loopback address alone where only the host itself uses it, and start a scan.',
  ],
});
