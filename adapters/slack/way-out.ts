import { Agent, type Dispatcher, EnvHttpProxyAgent } from 'undici';

/** How calls get out of the hospital, where not directly. */
export interface WayOut {
  /** Null for none. */
  readonly httpsProxy: string | null;
  /** What is reached without it, as NO_PROXY has it. */
  readonly noProxy: string;
}

/** Connections to Slack, so many at most, through the proxy where there is one. It has its options from here alone, and none from the environment. */
export function dispatcherFor({ httpsProxy, noProxy }: WayOut, connections?: number): Dispatcher {
  const options = { ...(connections === undefined ? {} : { connections }), allowH2: false };
  return httpsProxy === null
    ? new Agent(options)
    : new EnvHttpProxyAgent({ ...options, httpProxy: '', httpsProxy, noProxy });
}
