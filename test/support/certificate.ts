import { execFileSync } from 'node:child_process';

/** Makes a certificate that signed itself, and its key, for hosts by name and for this machine. Needs openssl. */
export function makeCertificate(key: string, certificate: string, hosts: readonly string[]): void {
  const names = [...hosts.map((host) => `DNS:${host}`), 'IP:127.0.0.1'].join(',');
  const curve = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes'];
  const about = ['-subj', '/CN=A hospital', '-days', '2', '-addext', `subjectAltName=${names}`];
  execFileSync('openssl', ['req', '-x509', ...curve, '-keyout', key, '-out', certificate, ...about], {
    stdio: 'ignore',
  });
}
