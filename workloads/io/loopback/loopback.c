/* Loopback: requests over T connections to this very machine, one after the other on each; a thread
 * for each connection answers them. */
#define _POSIX_C_SOURCE 200809L
#include <arpa/inet.h>
#include <errno.h>
#include <inttypes.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <pthread.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <time.h>
#include <unistd.h>

/* Bytes of a request, and of its answer. */
#define SIZE 64

struct client {
    pthread_t thread;
    const struct sockaddr_in *address;
    uint64_t first;
    uint64_t end;
    uint32_t sum;
};

static void require(bool works, const char *what) {
    if (!works) {
        fprintf(stderr, "loopback: cannot %s: %s\n", what, strerror(errno));
        exit(1);
    }
}

static void send_at_once(int connection) {
    int one = 1;
    require(setsockopt(connection, IPPROTO_TCP, TCP_NODELAY, &one, sizeof one) == 0,
            "set an option");
}

/* Answers one connection with what it sends, until it is closed. */
static void *serve(void *argument) {
    const int *listener = argument;
    int connection = accept(*listener, NULL, NULL);
    require(connection >= 0, "accept");
    send_at_once(connection);
    uint8_t message[SIZE];
    while (recv(connection, message, SIZE, MSG_WAITALL) == SIZE) {
        require(send(connection, message, SIZE, MSG_NOSIGNAL) == SIZE, "answer");
    }
    close(connection);
    return NULL;
}

/* Adds up the answers to its numbers, each number multiplied by 31 and plus 1. */
static void *request(void *argument) {
    struct client *client = argument;
    int connection = socket(AF_INET, SOCK_STREAM, 0);
    require(connection >= 0, "make a socket");
    require(connect(connection, (const struct sockaddr *)client->address,
                    sizeof *client->address) == 0,
            "connect");
    send_at_once(connection);
    uint8_t message[SIZE] = {0};
    uint32_t sum = 0;
    for (uint64_t number = client->first; number < client->end; number++) {
        uint32_t word = (uint32_t)number;
        for (int i = 0; i < 4; i++) {
            message[i] = (uint8_t)(word >> 8 * i);
        }
        require(send(connection, message, SIZE, MSG_NOSIGNAL) == SIZE, "request");
        require(recv(connection, message, SIZE, MSG_WAITALL) == SIZE, "receive");
        word = message[0] | (uint32_t)message[1] << 8 | (uint32_t)message[2] << 16 |
               (uint32_t)message[3] << 24;
        sum += 31 * word + 1;
    }
    close(connection);
    client->sum = sum;
    return NULL;
}

static int listener_at(struct sockaddr_in *address) {
    socklen_t length = sizeof *address;
    int listener = socket(AF_INET, SOCK_STREAM, 0);
    require(listener >= 0, "make a socket");
    require(bind(listener, (const struct sockaddr *)address, length) == 0, "bind");
    require(listen(listener, 128) == 0, "listen");
    require(getsockname(listener, (struct sockaddr *)address, &length) == 0, "find its port");
    return listener;
}

/* The sum of all answers; the numbers are divided among the connections. */
static uint32_t run(int listener, const struct sockaddr_in *address, uint64_t total,
                    uint64_t connections) {
    pthread_t *servers = calloc(connections, sizeof *servers);
    struct client *clients = calloc(connections, sizeof *clients);
    require(servers != NULL && clients != NULL, "allocate");
    for (uint64_t t = 0; t < connections; t++) {
        clients[t] = (struct client){.address = address,
                                     .first = total * t / connections,
                                     .end = total * (t + 1) / connections};
        require(pthread_create(&servers[t], NULL, serve, &listener) == 0, "start a thread");
    }
    for (uint64_t t = 0; t < connections; t++) {
        require(pthread_create(&clients[t].thread, NULL, request, &clients[t]) == 0,
                "start a thread");
    }
    uint32_t sum = 0;
    for (uint64_t t = 0; t < connections; t++) {
        pthread_join(clients[t].thread, NULL);
        sum += clients[t].sum;
    }
    for (uint64_t t = 0; t < connections; t++) {
        pthread_join(servers[t], NULL);
    }
    free(servers);
    free(clients);
    return sum;
}

static int64_t now_ns(void) {
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (int64_t)now.tv_sec * 1000000000 + now.tv_nsec;
}

/* A whole number above zero. */
static bool parse(const char *text, long *value) {
    char *end;
    errno = 0;
    *value = strtol(text, &end, 10);
    return errno == 0 && end != text && *end == '\0' && *value > 0;
}

int main(int argc, char **argv) {
    long total;
    long connections = 1;
    if (argc < 2 || argc > 3 || !parse(argv[1], &total) ||
        (argc == 3 && !parse(argv[2], &connections))) {
        fputs("usage: loopback <requests> [connections]\n", stderr);
        return 2;
    }
    struct sockaddr_in address = {.sin_family = AF_INET,
                                  .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
    int listener = listener_at(&address);
    int64_t start = now_ns();
    uint32_t sum = run(listener, &address, (uint64_t)total, (uint64_t)connections);
    int64_t elapsed = now_ns() - start;
    close(listener);
    printf("%" PRIu32 "\n", sum);
    fprintf(stderr, "work_ns=%" PRId64 "\n", elapsed);
    return 0;
}
