/* Files over HTTP: one thread waits for all connections by epoll and answers
 * GET /files/NAME with a file of the folder. */
#define _GNU_SOURCE
#include <arpa/inet.h>
#include <ctype.h>
#include <errno.h>
#include <fcntl.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/sendfile.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <unistd.h>

#define REQUEST_BYTES 8192
#define EVENTS 64
#define FOLDER "files"

struct connection {
    int socket;
    size_t length;
    char bytes[REQUEST_BYTES];
};

static void require(bool works, const char *what) {
    if (!works) {
        fprintf(stderr, "static: cannot %s: %s\n", what, strerror(errno));
        exit(1);
    }
}

/* The file of 64 KiB that is asked for. */
static void write_page(void) {
    require(mkdir(FOLDER, 0777) == 0 || errno == EEXIST, "make the folder");
    FILE *page = fopen(FOLDER "/page.txt", "w");
    require(page != NULL, "write the page");
    for (int i = 0; i < 1024; i++) {
        fprintf(page, "line %04d ", i);
        for (int letter = 0; letter < 53; letter++) {
            putc('a' + letter % 26, page);
        }
        putc('\n', page);
    }
    require(fclose(page) == 0, "write the page");
}

/* The path of the file that a request asks for; false where it asks for none. No name leads out of the folder. */
static bool wanted(const char *request, char *path, size_t room) {
    static const char start[] = "GET /files/";
    if (strncmp(request, start, sizeof start - 1) != 0) {
        return false;
    }
    const char *name = request + sizeof start - 1;
    size_t length = 0;
    while (isalnum((unsigned char)name[length]) || (name[length] != '\0' && strchr("-_.", name[length]))) {
        length++;
    }
    if (length == 0 || name[0] == '.' || name[length] != ' ') {
        return false;
    }
    int written = snprintf(path, room, FOLDER "/%.*s", (int)length, name);
    return written > 0 && (size_t)written < room;
}

static const char *content_type(const char *path) {
    const char *dot = strrchr(path, '.');
    if (dot != NULL && strcmp(dot, ".txt") == 0) {
        return "text/plain; charset=utf-8";
    }
    return dot != NULL && strcmp(dot, ".html") == 0 ? "text/html; charset=utf-8"
                                                    : "application/octet-stream";
}

static void send_all(int socket, const char *bytes, size_t length, int flags) {
    for (size_t sent = 0; sent < length;) {
        ssize_t now = send(socket, bytes + sent, length - sent, MSG_NOSIGNAL | flags);
        if (now < 0) {
            return;
        }
        sent += (size_t)now;
    }
}

static void answer(int socket, const char *request) {
    char path[4096];
    char head[256];
    struct stat facts;
    int file = wanted(request, path, sizeof path) ? open(path, O_RDONLY | O_CLOEXEC) : -1;
    if (file < 0 || fstat(file, &facts) != 0) {
        static const char missing[] = "HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n";
        send_all(socket, missing, sizeof missing - 1, 0);
    } else {
        int length = snprintf(head, sizeof head,
                              "HTTP/1.1 200 OK\r\nContent-Type: %s\r\nContent-Length: %jd\r\n\r\n",
                              content_type(path), (intmax_t)facts.st_size);
        /* the file goes into the same packets */
        send_all(socket, head, (size_t)length, MSG_MORE);
        for (off_t sent = 0; sent < facts.st_size;) {
            if (sendfile(socket, file, &sent, (size_t)(facts.st_size - sent)) <= 0) {
                break;
            }
        }
    }
    if (file >= 0) {
        close(file);
    }
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
    write_page();
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
        fprintf(stderr, "usage: static <processors>\n");
        return 2;
    }
    run();
}
