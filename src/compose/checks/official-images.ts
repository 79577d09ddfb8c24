import { withDefaults } from "./file-content";

/**
 * Servers among the official images of Docker Hub, none of which has a HEALTHCHECK.
 *
 * @see https://github.com/docker-library/faq#healthcheck
 */
const SERVERS =
  /^(?:caddy|cassandra|couchdb|eclipse-mosquitto|elasticsearch|haproxy|httpd|influxdb|mariadb|memcached|mongo|mysql|nats|neo4j|nginx|postgres|rabbitmq|redis|solr|traefik|zookeeper)$/;

/** What else people start from, and run as it is. */
const OTHERS = /^(?:adminer|alpine|bash|busybox|debian|docker|mongo-express|node|python|registry|ubuntu)$/;

/** The same servers by those who make them. */
const OF_MAKERS = /^(?:valkey\/valkey|redis\/redis-stack(?:-server)?|postgis\/postgis|pgvector\/pgvector)$/;

/** Whether the image is one of Docker Hub's own: another name without a registry is that of an image on this machine. */
export function isOfficial(image: string): boolean {
  const name = nameOf(image);
  return SERVERS.test(name) || OTHERS.test(name);
}

/** Whether the image is known to have no health check. */
export function hasNoHealthCheck(image: string): boolean {
  const name = nameOf(image);
  return SERVERS.test(name) || OF_MAKERS.test(name);
}

function nameOf(image: string): string {
  return withDefaults(image)
    .replace(/^(?:docker\.io\/)?(?:library\/)?/, "")
    .replace(/@.*$/, "")
    .replace(/:[^/]*$/, "");
}
