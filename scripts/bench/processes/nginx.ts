import { execFile, spawn } from 'node:child_process'
import { mkdir, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { once } from 'node:events'

const run = promisify(execFile)

/** A proxy in front of some processes, which it asks in turn. */
export interface Proxy {
  url: string
  stop(): Promise<void>
}

/** As packages put it; null: this machine has none. */
export async function findNginx(): Promise<string | null> {
  for (const candidate of ['nginx', '/usr/sbin/nginx']) {
    const found = await run(candidate, ['-v']).then(
      () => true,
      () => false,
    )
    if (found) return candidate
  }
  return null
}

/** With a folder of its own and as whoever runs this; it touches nothing of the machine's own nginx. */
export async function startNginx(
  nginx: string,
  folder: string,
  processes: readonly string[],
): Promise<Proxy> {
  const port = await freePort()
  await mkdir(folder, { recursive: true })
  const file = join(folder, 'nginx.conf')
  await writeFile(file, configuration(folder, port, processes))
  const child = spawn(nginx, ['-p', folder, '-c', file, '-e', join(folder, 'error.log')], {
    stdio: 'ignore',
  })
  const url = `http://127.0.0.1:${port}`
  await answering(`${url}/healthz`)
  return {
    url,
    async stop() {
      const ended = once(child, 'exit')
      child.kill('SIGTERM')
      await ended
    },
  }
}

function configuration(folder: string, port: number, processes: readonly string[]): string {
  const servers = processes.map((url) => `server ${new URL(url).host};`).join(' ')
  const places = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi']
  return `daemon off;
pid ${join(folder, 'nginx.pid')};
worker_processes 1;
events { worker_connections 512; }
http {
  access_log off;
  ${places.map((name) => `${name}_temp_path ${join(folder, name)};`).join('\n  ')}
  upstream libro { ${servers} keepalive 32; }
  server {
    listen 127.0.0.1:${port};
    client_max_body_size 25m;
    location / {
      proxy_pass http://libro;
      proxy_http_version 1.1;
      proxy_set_header Connection "";
      proxy_set_header Host $http_host;
      proxy_set_header X-Forwarded-For $remote_addr;
      proxy_set_header X-Forwarded-Proto $scheme;
    }
  }
}
`
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  if (address === null || typeof address === 'string') throw new Error('no port')
  return address.port
}

async function answering(url: string): Promise<void> {
  for (let tries = 0; tries < 100; tries += 1) {
    const ok = await fetch(url).then(
      (response) => response.ok,
      () => false,
    )
    if (ok) return
    await new Promise((go) => setTimeout(go, 100))
  }
  throw new Error(`${url} does not answer`)
}
