import { defineGuidance } from '#src/remedy';

export default defineGuidance({
  id: 'aws/vpc/steps-vpn-tunnels',
  title: 'Bring both tunnels of the VPN up',
  cures: ['aws/vpc/vpn-tunnels-up'],
  why: "A tunnel is kept up by the router at the other end, which AWS cannot reach into; with one tunnel alone, AWS's own maintenance cuts the connection.",
  steps: [
    'See which tunnel is down, and since when: `aws ec2 describe-vpn-connections --vpn-connection-ids VPN --query "VpnConnections[].VgwTelemetry"`.',
    'Download the configuration for your router (VPC console, Site-to-Site VPN connections, Download configuration), and set up the second tunnel by it.',
    'Let the router answer to IKE (UDP 500 and 4500) from both outside addresses of AWS.',
    'Let it send something regularly, or turn on BGP or `startup action: start`, so that the tunnel does not fall idle.',
    'See both of them up, and `recheck` the finding.',
  ],
});
