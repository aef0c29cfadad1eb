// Bounded queue: T producers send numbers through one queue of fixed capacity to one consumer. The
// queue is a std::queue under a mutex, with a condition each for "not empty" and "not full".
#include <charconv>
#include <chrono>
#include <condition_variable>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <exception>
#include <iostream>
#include <mutex>
#include <optional>
#include <queue>
#include <string_view>
#include <system_error>
#include <thread>
#include <vector>

namespace {

// Numbers that the queue holds at most.
constexpr std::size_t CAPACITY = 64;

class BoundedQueue {
public:
    explicit BoundedQueue(std::uint64_t producers) : producers_(producers) {}

    void send(std::uint64_t number) {
        {
            std::unique_lock guard(lock_);
            not_full_.wait(guard, [this] { return numbers_.size() < CAPACITY; });
            numbers_.push(number);
        }
        not_empty_.notify_one();
    }

    // Waits for a number; nothing when there is none and no producer left.
    std::optional<std::uint64_t> receive() {
        std::optional<std::uint64_t> number;
        {
            std::unique_lock guard(lock_);
            not_empty_.wait(guard, [this] { return !numbers_.empty() || producers_ == 0; });
            if (!numbers_.empty()) {
                number = numbers_.front();
                numbers_.pop();
            }
        }
        not_full_.notify_one();
        return number;
    }

    // A producer sends no more.
    void leave() {
        {
            const std::lock_guard guard(lock_);
            --producers_;
        }
        not_empty_.notify_one();
    }

private:
    std::mutex lock_;
    std::condition_variable not_empty_;
    std::condition_variable not_full_;
    std::queue<std::uint64_t> numbers_;
    std::uint64_t producers_; // that have not ended
};

// The sum of what the consumer received, each number multiplied by 31 and plus 1.
std::uint32_t run(std::uint64_t total, std::uint64_t producers) {
    BoundedQueue queue(producers);
    std::vector<std::thread> threads;
    for (std::uint64_t t = 0; t < producers; ++t) {
        try {
            threads.emplace_back([=, &queue] {
                for (std::uint64_t n = total * t / producers; n < total * (t + 1) / producers; ++n) {
                    queue.send(n);
                }
                queue.leave();
            });
        } catch (const std::system_error &) {
            // The others may wait for the consumer, so they cannot be joined.
            std::cerr << "bounded-queue: cannot start a thread\n";
            std::exit(1);
        }
    }
    std::uint32_t sum = 0;
    while (const auto number = queue.receive()) {
        sum += 31 * static_cast<std::uint32_t>(*number) + 1;
    }
    for (std::thread &thread : threads) {
        thread.join();
    }
    return sum;
}

// A whole number above zero.
std::optional<std::uint64_t> parse(std::string_view text) {
    std::uint64_t value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    const bool whole = error == std::errc() && end == text.data() + text.size();
    return whole && value > 0 ? std::optional(value) : std::nullopt;
}

} // namespace

int main(int argc, char **argv) try {
    const auto size = argc == 2 || argc == 3 ? parse(argv[1]) : std::nullopt;
    const auto threads = argc == 3 ? parse(argv[2]) : std::optional<std::uint64_t>(1);
    if (!size || !threads) {
        std::cerr << "usage: bounded-queue <numbers> [producers]\n";
        return 2;
    }
    const auto start = std::chrono::steady_clock::now();
    const std::uint32_t sum = run(*size, *threads);
    const std::chrono::nanoseconds elapsed = std::chrono::steady_clock::now() - start;
    std::cout << sum << '\n';
    std::cerr << "work_ns=" << elapsed.count() << '\n';
    return 0;
} catch (const std::exception &error) {
    std::cerr << "bounded-queue: " << error.what() << '\n';
    return 1;
}
