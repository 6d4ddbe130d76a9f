/** What it says of the account as a whole; spread into the kind `aws.account`. */
export const organizationsAccountFacts = {} as const;
