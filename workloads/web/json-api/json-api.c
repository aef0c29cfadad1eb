/* JSON over HTTP: one thread waits for all connections by epoll and answers
 * GET /items?count=N with N items. */
#define _GNU_SOURCE
#include <arpa/inet.h>
#include <errno.h>
#include <inttypes.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <unistd.h>

#define REQUEST_BYTES 8192
#define EVENTS 64

struct item {
    uint64_t id;
    char name[32];
    uint64_t price;
};

struct text {
    char *bytes;
    size_t length;
    size_t room;
};

struct connection {
    int socket;
    size_t length;
    char bytes[REQUEST_BYTES];
};

static void require(bool works, const char *what) {
    if (!works) {
        fprintf(stderr, "json-api: cannot %s: %s\n", what, strerror(errno));
        exit(1);
    }
}

/* Makes room for that much more. */
static void reserve(struct text *text, size_t more) {
    if (text->room - text->length < more) {
        text->room = 2 * text->room + more;
        text->bytes = realloc(text->bytes, text->room);
        require(text->bytes != NULL, "get memory");
    }
}

static struct item *items(uint64_t count) {
    struct item *all = malloc((count + 1) * sizeof *all);
    require(all != NULL, "get memory");
    for (uint64_t i = 0; i < count; i++) {
        all[i].id = i + 1;
        snprintf(all[i].name, sizeof all[i].name, "item %" PRIu64, i + 1);
        all[i].price = 100 + 7 * (i + 1);
    }
    return all;
}

/* No name has anything that JSON escapes. */
static void append_json(struct text *text, const struct item *all, uint64_t count) {
    reserve(text, 128);
    text->length += (size_t)sprintf(text->bytes + text->length, "{\"items\":[");
    for (uint64_t i = 0; i < count; i++) {
        reserve(text, 256);
        text->length += (size_t)sprintf(text->bytes + text->length,
                                        "%s{\"id\":%" PRIu64 ",\"name\":\"%s\",\"price\":%" PRIu64 "}",
                                        i == 0 ? "" : ",", all[i].id, all[i].name, all[i].price);
    }
    reserve(text, 128);
    text->length += (size_t)sprintf(text->bytes + text->length, "]}");
}

/* Whether a request asks for items, and for how many. */
static bool wanted(const char *request, uint64_t *count) {
    static const char start[] = "GET /items?count=";
    if (strncmp(request, start, sizeof start - 1) != 0) {
        return false;
    }
    char *end;
    errno = 0;
    *count = strtoull(request + sizeof start - 1, &end, 10);
    return errno == 0 && *end == ' ' && *count <= 1000000;
}

static void send_all(int socket, const struct text *text) {
    for (size_t sent = 0; sent < text->length;) {
        ssize_t now = send(socket, text->bytes + sent, text->length - sent, MSG_NOSIGNAL);
        if (now < 0) {
            return;
        }
        sent += (size_t)now;
    }
}

static void answer(int socket, const char *request, struct text *body, struct text *whole) {
    uint64_t count;
    const char *status = "404 Not Found";
    body->length = 0;
    if (wanted(request, &count)) {
        status = "200 OK";
        struct item *all = items(count);
        append_json(body, all, count);
        free(all);
    } else {
        reserve(body, 128);
        body->length = (size_t)sprintf(body->bytes, "{}");
    }
    whole->length = 0;
    reserve(whole, 256 + body->length);
    whole->length = (size_t)sprintf(
        whole->bytes,
        "HTTP/1.1 %s\r\nContent-Type: application/json\r\nContent-Length: %zu\r\n\r\n", status,
        body->length);
    memcpy(whole->bytes + whole->length, body->bytes, body->length);
    whole->length += body->length;
    send_all(socket, whole);
}

/* Reads what is there and answers every whole request; false when the connection is closed. */
static bool serve(struct connection *connection, struct text *body, struct text *whole) {
    char *bytes = connection->bytes;
    size_t room = REQUEST_BYTES - 1 - connection->length;
    ssize_t length = recv(connection->socket, bytes + connection->length, room, 0);
    if (length <= 0) {
        return false;
    }
    connection->length += (size_t)length;
    bytes[connection->length] = '\0';
    for (char *end; (end = strstr(bytes, "\r\n\r\n")) != NULL;) {
        answer(connection->socket, bytes, body, whole);
        size_t used = (size_t)(end - bytes) + 4;
        connection->length -= used;
        memmove(bytes, bytes + used, connection->length + 1);
    }
    return connection->length < REQUEST_BYTES - 1;
}

static int listen_on_loopback(void) {
    int listener = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    require(listener >= 0, "make a socket");
    struct sockaddr_in address = {.sin_family = AF_INET,
                                  .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
    socklen_t size = sizeof address;
    require(bind(listener, (struct sockaddr *)&address, size) == 0, "bind");
    require(listen(listener, SOMAXCONN) == 0, "listen");
    require(getsockname(listener, (struct sockaddr *)&address, &size) == 0, "find the port");
    printf("port=%d\n", ntohs(address.sin_port));
    require(fflush(stdout) == 0, "write");
    return listener;
}

static void accept_one(int epoll, int listener) {
    struct connection *connection = malloc(sizeof *connection);
    require(connection != NULL, "get memory");
    connection->length = 0;
    connection->socket = accept4(listener, NULL, NULL, SOCK_CLOEXEC);
    require(connection->socket >= 0, "accept");
    int one = 1;
    setsockopt(connection->socket, IPPROTO_TCP, TCP_NODELAY, &one, sizeof one);
    struct epoll_event event = {.events = EPOLLIN, .data.ptr = connection};
    require(epoll_ctl(epoll, EPOLL_CTL_ADD, connection->socket, &event) == 0, "watch a socket");
}

static void run(void) {
    int listener = listen_on_loopback();
    int epoll = epoll_create1(EPOLL_CLOEXEC);
    require(epoll >= 0, "make an epoll");
    struct epoll_event event = {.events = EPOLLIN, .data.ptr = NULL};
    require(epoll_ctl(epoll, EPOLL_CTL_ADD, listener, &event) == 0, "watch a socket");
    struct text body = {0};
    struct text whole = {0};
    for (;;) {
        struct epoll_event events[EVENTS];
        int count = epoll_wait(epoll, events, EVENTS, -1);
        require(count >= 0 || errno == EINTR, "wait");
        for (int i = 0; i < count; i++) {
            struct connection *connection = events[i].data.ptr;
            if (connection == NULL) {
                accept_one(epoll, listener);
            } else if (!serve(connection, &body, &whole)) {
                close(connection->socket);
                free(connection);
            }
        }
    }
}

int main(int argc, char **argv) {
    char *end;
    if (argc != 2 || strtoul(argv[1], &end, 10) == 0 || *end != '\0') {
        fprintf(stderr, "usage: json-api <processors>\n");
        return 2;
    }
    run();
}
