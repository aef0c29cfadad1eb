/* The client of the loopback programs as a library: the same as in loopback.c. */
#define _POSIX_C_SOURCE 200809L
#include <arpa/inet.h>
#include <errno.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <stdint.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

/* Bytes of a request, and of its answer. */
#define SIZE 64

/* The sum of the answers to the numbers, each number multiplied by 31 and plus 1; below 0 when it fails,
 * with errno. */
int64_t request(uint16_t port, uint64_t first, uint64_t end) {
    struct sockaddr_in address = {.sin_family = AF_INET,
                                  .sin_port = htons(port),
                                  .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
    int one = 1;
    int connection = socket(AF_INET, SOCK_STREAM, 0);
    if (connection < 0 ||
        connect(connection, (const struct sockaddr *)&address, sizeof address) != 0 ||
        setsockopt(connection, IPPROTO_TCP, TCP_NODELAY, &one, sizeof one) != 0) {
        return -1;
    }
    uint8_t message[SIZE] = {0};
    uint32_t sum = 0;
    for (uint64_t number = first; number < end; number++) {
        uint32_t word = (uint32_t)number;
        for (int i = 0; i < 4; i++) {
            message[i] = (uint8_t)(word >> 8 * i);
        }
        if (send(connection, message, SIZE, MSG_NOSIGNAL) != SIZE ||
            recv(connection, message, SIZE, MSG_WAITALL) != SIZE) {
            return -1;
        }
        word = message[0] | (uint32_t)message[1] << 8 | (uint32_t)message[2] << 16 |
               (uint32_t)message[3] << 24;
        sum += 31 * word + 1;
    }
    close(connection);
    return sum;
}
