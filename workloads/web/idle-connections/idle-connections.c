/* HTTP for many that wait: one thread waits for all connections by epoll and
 * answers GET /status. */
#define _GNU_SOURCE
#include <arpa/inet.h>
#include <errno.h>
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

struct connection {
    int socket;
    size_t length;
    char bytes[REQUEST_BYTES];
};

static void require(bool works, const char *what) {
    if (!works) {
        fprintf(stderr, "idle-connections: cannot %s: %s\n", what, strerror(errno));
        exit(1);
    }
}

static void send_all(int socket, const char *bytes, size_t length) {
    for (size_t sent = 0; sent < length;) {
        ssize_t now = send(socket, bytes + sent, length - sent, MSG_NOSIGNAL);
        if (now < 0) {
            return;
        }
        sent += (size_t)now;
    }
}

static void answer(int socket, const char *request) {
    static const char path[] = "GET /status ";
    bool known = strncmp(request, path, sizeof path - 1) == 0;
    const char *status = known ? "200 OK" : "404 Not Found";
    const char *body = known ? "{\"ok\":true}" : "{}";
    char whole[256];
    int length = snprintf(
        whole, sizeof whole,
        "HTTP/1.1 %s\r\nContent-Type: application/json\r\nContent-Length: %zu\r\n\r\n%s", status,
        strlen(body), body);
    send_all(socket, whole, (size_t)length);
}

/* Reads what is there and answers every whole request; false when the connection is closed. */
static bool serve(struct connection *connection) {
    char *bytes = connection->bytes;
    size_t room = REQUEST_BYTES - 1 - connection->length;
    ssize_t length = recv(connection->socket, bytes + connection->length, room, 0);
    if (length <= 0) {
        return false;
    }
    connection->length += (size_t)length;
    bytes[connection->length] = '\0';
    for (char *end; (end = strstr(bytes, "\r\n\r\n")) != NULL;) {
        answer(connection->socket, bytes);
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
    for (;;) {
        struct epoll_event events[EVENTS];
        int count = epoll_wait(epoll, events, EVENTS, -1);
        require(count >= 0 || errno == EINTR, "wait");
        for (int i = 0; i < count; i++) {
            struct connection *connection = events[i].data.ptr;
            if (connection == NULL) {
                accept_one(epoll, listener);
            } else if (!serve(connection)) {
                close(connection->socket);
                free(connection);
            }
        }
    }
}

int main(int argc, char **argv) {
    char *end;
    if (argc != 2 || strtoul(argv[1], &end, 10) == 0 || *end != '\0') {
        fprintf(stderr, "usage: idle-connections <processors>\n");
        return 2;
    }
    run();
}
