import { type Files, filesOf, type Random } from '../seeded.ts'

/** service.yaml: the settings of a web service; override.yaml: what differs on the staging machine. */
export default function make(random: Random): Files {
  const port = random.int(3000, 3999)
  const service = `# Orders service, defaults for every machine
server:
  host: 0.0.0.0
  port: ${port}
  timeout: ${random.int(10, 60)}
  tls:
    enabled: false
    certificate: /etc/orders/tls.pem
database:
  url: postgres://orders@db.internal:5432/orders
  pool: ${random.int(5, 20)}
  retries: 3
features:
  - checkout
  - invoices
  - ${random.pick(['wishlist', 'reviews', 'gift-cards'])}
logging:
  level: info # debug is very loud
  file: "/var/log/orders.log"
mail:
  sender: 'orders@example.org'
  copies: []
`
  const override = `# Staging
server:
  host: staging.internal
  port: ${port + 5000}
  tls:
    enabled: true
database:
  url: postgres://orders@db-staging.internal:5432/orders_staging
features:
  - checkout
  - invoices
  - beta-banner
logging:
  level: debug
cache:
  seconds: ${random.int(5, 300)}
`
  return filesOf({ 'service.yaml': service, 'override.yaml': override })
}
