/** Name of the log in checkpoints: its public address without the scheme. */
export const originOf = (publicUrl: string): string => `${publicUrl.replace(/^\w+:\/\//, '').replace(/\/+$/, '')}/log`;
