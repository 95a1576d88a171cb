import { createServer } from 'node:http'

createServer((request, response) => {
  response.writeHead(request.url === '/health' ? 204 : 200).end()
}).listen(8080)
