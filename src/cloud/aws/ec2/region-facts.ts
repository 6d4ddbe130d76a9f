/** What it says of a region as a whole; spread into the kind `aws.region`. */
export const ec2RegionFacts = {} as const;
