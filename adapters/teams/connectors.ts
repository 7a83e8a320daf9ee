import type { Pipeline } from '@azure/core-rest-pipeline';
import { type ConnectorClient, ConnectorFactory } from 'botframework-connector';
import { oneTry } from './one-try.ts';
import type { Patience } from './patience.ts';

/** Tenants have a service URL each, of a handful of hosts. */
const keepAtMost = 500;

/**
 * What the SDK would do on its own with a request. Its retries make duplicates when a connection breaks after delivery, and
 * wait for as long as Microsoft says (the outbox tries again instead); a redirect could lead off the allowed hosts; its log
 * has ids in it; it has an understanding of its own of HTTPS_PROXY and its like.
 */
const unwanted = ['defaultRetryPolicy', 'redirectPolicy', 'logPolicy', 'proxyPolicy'];

/** The SDK's connector clients, each made once: one try for each request, given up in time. */
export class Connectors extends ConnectorFactory {
  private readonly factory: ConnectorFactory;
  private readonly patience: Patience;
  private readonly clients = new Map<string, Promise<ConnectorClient>>();

  constructor(factory: ConnectorFactory, patience: Patience) {
    super();
    this.factory = factory;
    this.patience = patience;
  }

  override create(serviceUrl: string): Promise<ConnectorClient> {
    const known = this.clients.get(serviceUrl);
    if (known !== undefined) return known;
    const made = this.make(serviceUrl);
    this.clients.set(serviceUrl, made);
    const [oldest] = this.clients.keys();
    if (this.clients.size > keepAtMost && oldest !== undefined) this.clients.delete(oldest);
    return made;
  }

  private async make(serviceUrl: string): Promise<ConnectorClient> {
    const connector = await this.factory.create(serviceUrl);
    // The SDK's types keep it to themselves.
    const { pipeline } = (connector as unknown as { client: { pipeline: Pipeline } }).client;
    for (const name of unwanted) {
      if (pipeline.removePolicy({ name }).length === 0) throw new Error(`the SDK no longer has its ${name}`);
    }
    // Next to the network, after whatever reads answers.
    pipeline.addPolicy(oneTry(this.patience), { afterPhase: 'Deserialize' });
    return connector;
  }
}
