import type { Server } from 'node:http';
import type { Socket } from 'node:net';

/**
 * Holds no more than `most` connections: for a new one, that one is closed which has stood longest without anything that
 * it waits for. Node itself would turn the new one away, so that strangers who keep silent could shut out everyone.
 */
export function capConnections(server: Server, most: number): void {
  const all = new Set<Socket>();
  const idle = new Set<Socket>();
  server.on('connection', (socket) => {
    all.add(socket);
    idle.add(socket);
    socket.once('close', () => {
      all.delete(socket);
      idle.delete(socket);
    });
    if (all.size <= most) return;
    const [longest] = idle;
    longest?.destroy();
  });
  server.on('request', ({ socket }, response) => {
    idle.delete(socket);
    response.once('close', () => {
      if (!socket.destroyed) idle.add(socket);
    });
  });
}
