/** What is going, or never came to be, holds nothing. ElastiCache writes the status in either case of letters. */
export const isThere = (status: string | undefined): boolean =>
  !/^(deleting|deleted|create-failed|restore-failed)$/i.test(status ?? '');
