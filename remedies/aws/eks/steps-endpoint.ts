import { defineGuidance } from '#src/remedy';

export default defineGuidance({
  id: 'aws/eks/steps-endpoint',
  title: "Close the cluster's endpoint to the internet",
  cures: ['aws/eks/endpoint-public'],
  why: 'From where people and pipelines reach the cluster is for you to say.',
  steps: [
    'In EKS, open the cluster, then "Networking", "Manage endpoint access".',
    'Choose "Private" where all who need the cluster are in its VPC or connected to it; the VPC needs DNS resolution and DNS hostnames.',
    'Otherwise choose "Public and private", and under "Advanced settings" the CIDR blocks of your offices and pipelines.',
    'Try kubectl from each place that needs it.',
  ],
});
