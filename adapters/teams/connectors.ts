import { type ConnectorClient, ConnectorFactory } from 'botframework-connector';
import type { Patience } from './patience.ts';

/** Tenants have a service URL each, of a handful of hosts. */
const keepAtMost = 500;

/**
 * What the SDK would do on its own with a request. Its retries make duplicates when a connection breaks after delivery, and
 * wait for as long as Microsoft says (the outbox tries again instead); a redirect could lead off the allowed hosts; its log
 * has ids in it.
 */
const unwanted = ['defaultRetryPolicy', 'redirectPolicy', 'logPolicy'];

/** What is used of the SDK's pipeline, which its types keep to themselves. */
interface Pipeline {
  removePolicy(options: { name: string }): unknown[];
  addPolicy(
    policy: {
      name: string;
      sendRequest(request: Sent, next: (request: Sent) => Promise<Received>): Promise<Received>;
    },
    where: { afterPhase: 'Deserialize' },
  ): void;
}

interface Sent {
  abortSignal?: AbortSignal;
}

interface Received {
  readonly status: number;
  readonly bodyAsText?: string | null;
}

/** Something on the way, such as a hospital's proxy, has answered in the connector's place. */
export class NotTheConnector extends Error {
  override readonly name = 'NotTheConnector';
  readonly code = 'not_the_connector';
}

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
    const { pipeline } = (connector as unknown as { client: { pipeline: Pipeline } }).client;
    for (const name of unwanted) {
      if (pipeline.removePolicy({ name }).length === 0) throw new Error(`the SDK no longer has its ${name}`);
    }
    const sendRequest = async (request: Sent, next: (request: Sent) => Promise<Received>) => {
      request.abortSignal = this.patience.signal();
      const received = await next(request);
      if (isPage(received)) throw new NotTheConnector();
      return received;
    };
    // Next to the network, after whatever reads answers.
    pipeline.addPolicy({ name: 'oneTry', sendRequest }, { afterPhase: 'Deserialize' });
    return connector;
  }
}

/** The connector speaks JSON, or says nothing. How long to wait is worth hearing from anybody. */
function isPage({ status, bodyAsText }: Received): boolean {
  return status !== 429 && bodyAsText?.trimStart().startsWith('<') === true;
}
