import { ConfigFault } from '../config/config-fault.ts';
import type { HttpServer } from '../http/server.ts';

/** Listens on the port that the variable `named` gives. Throws ConfigFault where that can't be had. */
export async function listenOn(
  http: HttpServer,
  {
    host,
    port,
    named,
  }: { readonly host: string; readonly port: number; readonly named: 'PORT' | 'METRICS_PORT' },
): Promise<number> {
  try {
    return await http.listen(host, port);
  } catch (error) {
    const why = faultOf((error as { code?: unknown }).code, named);
    throw why === null ? error : new ConfigFault(why);
  }
}

function faultOf(code: unknown, named: string): string | null {
  switch (code) {
    case 'EADDRINUSE':
      return `${named} is taken by another program. Set ${named} to a free one, or stop the other.`;
    case 'EACCES':
      return `${named} can't be used by this user (EACCES): ports below 1024 are the system's. Set ${named} to a higher one, such as ${named === 'PORT' ? 3000 : 9464}.`;
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return 'HOST is not an address of this machine.';
    default:
      return null;
  }
}
